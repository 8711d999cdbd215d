extension DealFileFault {
  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .tooLarge(let count): "the file has \(count) bytes; at most 4,194,304 are read"
    case .notUTF8(let offset):
      "the file is not UTF-8: byte \(offset), counted from 0, begins no character"
    case .notText(let byte, let offset):
      "the file is not text: byte \(offset), counted from 0, is the control character \(byte)"
    case .empty: "the file holds nothing but space and comments"
    case .syntax(let text): "the YAML cannot be read here: \(text)"
    case .tab: "a tab stands where YAML takes spaces"
    case .anchor: "an anchor (&) stands here; deal files have none"
    case .alias: "an alias (*) stands here; deal files have none"
    case .tag: "a tag (!) stands here; deal files have none"
    case .tooDeep: "groups stand in each other deeper than any field of a deal file"
    case .severalDocuments: "a second document begins here; a file holds one"
    case .notAMapping: "the file is not a list of fields with their values"
    case .keyNotText: "a group or a list stands where the name of a field is expected"
    case .purposeMissing: "the file is neither a deal, nor an amendment, nor parties or sites"
    case .purposeDoubled: "the file is a deal and an amendment at once"
    case .fieldEmpty(let path): "'\(path)' has no value"
    case .expectsValue(let path, let kind): "'\(path)' takes one value: \(kind)"
    case .expectsList(let path): "'\(path)' takes a list"
    case .expectsGroup(let path, _): "'\(path)' takes a group of fields"
    case .elementNameMalformed(let name): "'\(name)' cannot be the name of a list element"
    case .elementDoubled(let name, let list, let line):
      "two elements of '\(list)' are called '\(name)', the first on line \(line)"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .tooLarge: "split it: one deal a file"
    case .notUTF8: "save the file as UTF-8"
    case .notText: "take the character away, or give a text file"
    case .empty: "fill it in; leasebook new prints a file to begin with"
    case .syntax: "check the indentation, the brackets and the quotes near this place"
    case .tab: "indent by spaces"
    case .anchor, .alias: "write the value out; quote a text that begins with & or *"
    case .tag: "take the tag away; quote a text that begins with !"
    case .tooDeep: "check the indentation and the brackets near this place"
    case .severalDocuments: "put what follows --- into a file of its own"
    case .notAMapping: "begin with deal: and the id of the deal"
    case .keyNotText: "write the field as a word, a colon and its value"
    case .purposeMissing: "add deal: with the id of the deal, or amends: with the deal's id"
    case .purposeDoubled: "keep deal or amends, not both"
    case .fieldEmpty:
      "give its value, or leave it out: absent means unknown; quote null or ~ that is a word"
    case .expectsValue: "write one value, or a group of value, source and note"
    case .expectsList: "write it as a list, such as [first, second]"
    case .expectsGroup(_, let keys):
      "write the fields below it: \(keys.prefix(6).joined(separator: ", "))"
    case .elementNameMalformed: "write a name without brackets and line ends"
    case .elementDoubled: "give each a name of its own, or join them"
    }
  }
}
