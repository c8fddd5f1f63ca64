using System.Text.Json.Serialization;

namespace Talon.Promotions;

/// <summary>An audience as it was when somebody joined it.</summary>
/// <param name="Id">The audience.</param>
/// <param name="Generation">How often it was emptied before.</param>
[method: JsonConstructor]
internal readonly record struct AudienceReference(long Id, long Generation)
{
    /// <summary>The audience as it now is.</summary>
    public static AudienceReference Of(Audience audience) => new(audience.Id, audience.Generation);
}
