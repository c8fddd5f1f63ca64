using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Looks for values in lists.</summary>
internal static class ListSearch
{
    public static bool Contains(Scope scope, ValueList list, in Value wanted)
    {
        scope.Step(list.Count);
        foreach (ref readonly var element in list.Span)
            if (Equality.Same(element, wanted))
                return true;
        return false;
    }
}
