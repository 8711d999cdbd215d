import ArgumentParser

/// The script that a shell completes by: that of the parser, with what it leaves out.
///
/// The parser does not complete `help VERB`; its script for bash does not see that `--option=value`
/// is an option and its value, and its script for zsh does not take that form.
enum CompletionScript {
  /// - Parameter text: The script that the parser made.
  static func finished(_ text: String, for shell: CompletionShell) -> String {
    let verbs = Leasebook.verbs.map { $0._commandName }.joined(separator: " ")
    switch shell {
    case .bash: return text + "\n" + joiningWords + helpForBash(verbs)
    case .zsh: return forZsh(text, verbs)
    default: return text + "\n" + helpForFish(verbs)
    }
  }

  /// A candidate as the script of a shell takes it.
  ///
  /// What bash completes by is a list of words that it expands: whatever it could evaluate is
  /// escaped. Behind a colon zsh expects a description.
  static func escaped(_ candidate: String, for shell: CompletionShell?) -> String {
    switch shell {
    case .bash?:
      candidate.map { sign in
        let isPlain = !sign.isASCII || sign.isLetter || sign.isNumber || "_-./+,%@".contains(sign)
        return isPlain ? String(sign) : "\\\(sign)"
      }.joined()
    case .zsh?: candidate.map { "\\:".contains($0) ? "\\\($0)" : String($0) }.joined()
    default: candidate
    }
  }

  private static func helpForBash(_ verbs: String) -> String {
    """
    _leasebook_help() {
        COMPREPLY+=($(compgen -W '\(verbs)' -- "${cur}"))
    }

    """
  }

  private static func helpForFish(_ verbs: String) -> String {
    let condition = #"__leasebook_should_offer_completions_for_positional "leasebook help" -ge 1"#
    return "complete -c 'leasebook' -n '\(condition)' -fa '\(verbs)'\n"
  }

  /// Takes a value in the same word as its option, as in the next.
  private static func forZsh(_ text: String, _ verbs: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let spec = line.drop { $0 == " " }
      guard spec.hasPrefix("'--") || spec.hasPrefix("'*--"), spec.contains("]:"),
        let bracket = line.firstIndex(of: "[")
      else { return String(line) }
      return line[..<bracket] + "=" + line[bracket...]
    }
    return lines.joined(separator: "\n")
      .replacing("'*:subcommands:'", with: "'*:subcommands:(\(verbs))'")
  }

  /// Puts together what bash split at the signs of `COMP_WORDBREAKS`, and takes an option from its
  /// value; what is offered begins where readline replaces.
  private static let joiningWords = #"""
    _leasebook_joined() {
        local -a joined=() separate=()
        local -i index position=0 glued
        local rest="${COMP_LINE}" line="${COMP_LINE}" word lead='' option='' reply
        for ((index = 0; index < ${#COMP_WORDS[@]}; index++)); do
            word="${COMP_WORDS[index]}"
            glued=0
            if [[ "${index}" -gt 0 && "${rest}" != [[:space:]]* && -n "${word}" ]]; then
                [[ "${word}" = [=:]* || "${COMP_WORDS[index - 1]}" = [=:]* ]] && glued=1
            fi
            rest="${rest#"${rest%%[![:space:]]*}"}"
            rest="${rest#"${word}"}"
            if [[ "${glued}" -eq 1 ]]; then
                [[ "${index}" -eq "${COMP_CWORD}" ]] && lead="${joined[${#joined[@]} - 1]}"
                joined[${#joined[@]} - 1]+="${word}"
            else
                joined+=("${word}")
            fi
            [[ "${index}" -eq "${COMP_CWORD}" ]] && position="$((${#joined[@]} - 1))"
        done
        word="${2}"
        if [[ "${COMP_WORDS[COMP_CWORD]}" = [=:] && "${word}" != [=:] ]]; then
            lead+="${COMP_WORDS[COMP_CWORD]}"
        fi
        word="${lead}${word}"
        local -i last="${position}"
        for ((index = 0; index < ${#joined[@]}; index++)); do
            if [[ "${joined[index]}" = --*=* ]]; then
                separate+=("${joined[index]%%=*}" "${joined[index]#*=}")
                line="${line/"${joined[index]%%=*}="/"${joined[index]%%=*} "}"
                [[ "${index}" -le "${last}" ]] && position+=1
            else
                separate+=("${joined[index]}")
            fi
        done
        if [[ "${word}" = --*=* ]]; then
            option="${word%%=*}="
            word="${word#*=}"
        fi
        local -a COMP_WORDS=("${separate[@]}")
        local COMP_LINE="${line}"
        local -i COMP_CWORD="${position}"
        _leasebook "${1}" "${word}" "${COMP_WORDS[COMP_CWORD - 1]}"
        for index in "${!COMPREPLY[@]}"; do
            reply="${option}${COMPREPLY[index]}"
            COMPREPLY[index]="${reply#"${lead}"}"
            [[ -z "${COMPREPLY[index]}" ]] && unset "COMPREPLY[index]"
        done
    }
    complete -o filenames -F _leasebook_joined leasebook

    """#
}
