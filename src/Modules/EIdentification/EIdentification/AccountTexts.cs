namespace Project06.EIdentification;

/// <summary>Names the texts of activation, factors, recovery and staff: Resources/AccountTexts.resx and its English.</summary>
internal sealed class AccountTexts;
