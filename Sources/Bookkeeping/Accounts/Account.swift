/// The chart of accounts: the same for every landlord.
///
/// The raw value is the account's name as journals have it. In journals each account but the bank's
/// has one account a deal below it, and the bank one a landlord: `Assets:Receivables:Prairie-One`.
public enum Account: String, CaseIterable, Hashable, Sendable {
  case bank = "Assets:Bank"
  /// What invoices ask for and nothing has been applied to: the arrears, and what is not yet due.
  case receivables = "Assets:Receivables"
  /// Receipts and credit notes that are applied to no invoice yet.
  case tenantCredits = "Liabilities:Tenant-Credits"
  case depositsHeld = "Liabilities:Deposits-Held"
  /// Rent paid ahead and not yet used against rent.
  case prepaidRent = "Liabilities:Prepaid-Rent"
  case baseRent = "Income:Base-Rent"
  case renewalRent = "Income:Renewal-Rent"
  case recoveries = "Income:Recoveries"
  case powerRecoveries = "Income:Power-Recoveries"
  case otherIncome = "Income:Other-Income"
  case terminationFees = "Income:Termination-Fees"
  case lateInterest = "Income:Late-Interest"
  /// Rent given up for late delivery; it lowers income.
  case rentCredits = "Income:Rent-Credits"
  case badDebts = "Expenses:Bad-Debts"

  /// In the order of the chart, from 0.
  package var place: Int {
    switch self {
    case .bank: 0
    case .receivables: 1
    case .tenantCredits: 2
    case .depositsHeld: 3
    case .prepaidRent: 4
    case .baseRent: 5
    case .renewalRent: 6
    case .recoveries: 7
    case .powerRecoveries: 8
    case .otherIncome: 9
    case .terminationFees: 10
    case .lateInterest: 11
    case .rentCredits: 12
    case .badDebts: 13
    }
  }

  /// What stands in the account, in words.
  public var meaning: String {
    switch self {
    case .bank: "money received, less what was paid back"
    case .receivables: "invoices as far as nothing was applied to them"
    case .tenantCredits: "receipts and credit notes that are applied to no invoice yet"
    case .depositsHeld: "deposits due from tenants, until they are given back"
    case .prepaidRent: "rent paid ahead, until it is used against rent"
    case .baseRent: "rent of base terms"
    case .renewalRent: "rent of renewals"
    case .recoveries: "operating cost that tenants pay back"
    case .powerRecoveries: "power that tenants pay back"
    case .otherIncome: "what is received beside rent and recoveries"
    case .terminationFees: "fees for an early end"
    case .lateInterest: "interest on invoices paid late"
    case .rentCredits: "rent given up for late delivery"
    case .badDebts: "invoices written off"
    }
  }
}
