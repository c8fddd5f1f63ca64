using Talon.Promotions;

namespace Talon.Http;

/// <summary>A custom effect with the names of the API.</summary>
internal sealed record CustomEffectBody
{
    public required long Id { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Modified { get; init; }

    public long AccountId { get; init; } = ManagementFields.AccountId;

    public required long CreatedBy { get; init; }

    public long? ModifiedBy { get; init; }

    public required IReadOnlyList<long> ApplicationIds { get; init; }

    public required bool IsPerItem { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Payload { get; init; }

    public string? Description { get; init; }

    public required bool Enabled { get; init; }

    public required IReadOnlyList<TemplateArgument> Params { get; init; }

    public static CustomEffectBody From(CustomEffect effect) => new()
    {
        Id = effect.Id,
        Created = effect.Created,
        Modified = effect.Modified,
        CreatedBy = effect.CreatedBy,
        ModifiedBy = effect.ModifiedBy,
        ApplicationIds = effect.ApplicationIds,
        IsPerItem = effect.IsPerItem,
        Name = effect.Name,
        Title = effect.Title,
        Payload = effect.Payload,
        Description = effect.Description,
        Enabled = effect.Enabled,
        Params = effect.Params,
    };
}
