using System.Text.Json.Nodes;

namespace Talon.Http;

/// <summary>Something of a set-up as it stands in the store.</summary>
/// <param name="Name">Its identity.</param>
/// <param name="Id">Its id.</param>
/// <param name="Json">What files say of it.</param>
/// <param name="Whole">All that callers can set, with ids; what files do not say is kept from here.</param>
/// <param name="Hidden">Stands for what files do not say, since it is secret: different when it is. Null for nothing.</param>
/// <param name="Owned">Whether it is this Application's alone, and so may be deleted with its files.</param>
internal sealed record SetupEntity(string Name, long Id, JsonObject Json, JsonObject Whole, string? Hidden, bool Owned);
