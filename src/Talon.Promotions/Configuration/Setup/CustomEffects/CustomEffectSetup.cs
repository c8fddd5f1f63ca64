using System.Text.Json;
using System.Text.RegularExpressions;

namespace Talon.Promotions;

/// <summary>Creates, changes and deletes custom effects.</summary>
public sealed partial class CustomEffectSetup(SetupContext context)
{
    /// <summary>Creates a custom effect.</summary>
    public async Task<CustomEffect> CreateAsync(CustomEffectInput input, Actor actor, CancellationToken cancellation = default)
    {
        var id = await context.NewIdAsync(EntityKinds.CustomEffect, cancellation);
        return await context.ApplyAsync(
            configuration =>
            {
                var blank = new CustomEffect
                {
                    Id = id,
                    Created = context.Now,
                    Modified = context.Now,
                    CreatedBy = actor.Id,
                    Name = "",
                    Title = "",
                    Payload = "",
                    Enabled = false,
                };
                return Save(configuration, Fill(blank, input));
            },
            cancellation);
    }

    /// <summary>Replaces a custom effect.</summary>
    public Task<CustomEffect> UpdateAsync(long id, CustomEffectInput input, Actor actor, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration =>
        {
            var before = configuration.RequireCustomEffect(id);
            return Save(configuration, Fill(before, input) with { Modified = context.Now, ModifiedBy = actor.Id });
        },
        cancellation);

    /// <summary>Deletes a custom effect that no enabled campaign uses.</summary>
    public Task DeleteAsync(long id, CancellationToken cancellation = default) => context.ApplyAsync(
        configuration => Decision.Delete(EntityKinds.CustomEffect, configuration.RequireCustomEffect(id).Id),
        cancellation);

    private static CustomEffect Fill(CustomEffect effect, CustomEffectInput input) => effect with
    {
        ApplicationIds = input.ApplicationIds ?? [],
        IsPerItem = input.IsPerItem ?? false,
        Name = input.Name,
        Title = input.Title,
        Payload = input.Payload,
        Description = input.Description,
        Enabled = input.Enabled,
        Params = input.Params ?? [],
    };

    private static Decision<CustomEffect> Save(Configuration configuration, CustomEffect effect)
    {
        var problems = new ProblemList();
        problems.Applications(configuration, effect.ApplicationIds, "/applicationIds");
        for (var i = 0; i < effect.Params.Count; i++)
        {
            if (effect.Params.Take(i).Any(earlier => earlier.Name() == effect.Params[i].Name()))
                problems.Invalid($"There are two parameters \"{effect.Params[i].Name()}\"", JsonPointer.Append("/params", i));
        }

        CheckPayload(effect, problems);
        problems.Throw();
        if (configuration.CustomEffects.Any(other => other.Id != effect.Id && other.Name == effect.Name))
            throw new ConflictException($"There is already a custom effect \"{effect.Name}\"");
        return Decision.Put(EntityKinds.CustomEffect, effect);
    }

    private static void CheckPayload(CustomEffect effect, ProblemList problems)
    {
        foreach (var name in Placeholder().Matches(effect.Payload).Select(match => match.Groups[1].Value).Distinct())
        {
            if (effect.Params.All(parameter => parameter.Name() != name))
                problems.Unknown($"The payload uses the parameter \"{name}\", which is not defined", "/payload");
        }

        try
        {
            using var _ = JsonDocument.Parse(Placeholder().Replace(effect.Payload, "0"));
        }
        catch (JsonException exception)
        {
            problems.Invalid($"The payload is not a JSON template: {exception.Message}", "/payload");
        }
    }

    [GeneratedRegex(@"\$\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
