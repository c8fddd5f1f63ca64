using Talon.Promotions;

namespace Talon.Http;

/// <summary>A card's balances with the names of the API.</summary>
/// <param name="Balance">The main ledger; null when another one was asked for.</param>
/// <param name="SubledgerBalances">The others by id.</param>
/// <param name="Profiles">The customers on the card.</param>
internal sealed record CardBalancesBody(LoyaltyBalance? Balance, IReadOnlyDictionary<string, LoyaltyBalance> SubledgerBalances, IReadOnlyList<CardRegistration> Profiles);
