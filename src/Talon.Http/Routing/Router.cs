namespace Talon.Http;

/// <summary>Finds the operations of a path.</summary>
internal sealed class Router
{
    private readonly RouteNode _root = new();

    public Router(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
            Add(operation);
    }

    /// <summary>Matches a path as it was sent: it is split first and decoded after, so that ids may hold a slash.</summary>
    public RouteMatch Match(string path)
    {
        if (path.Length == 0 || path[0] != '/')
            return default;
        var parts = path.Split('/');
        var segments = new string[parts.Length - 1];
        for (var i = 0; i < segments.Length; i++)
            if (!PercentEncoding.TryDecode(parts[i + 1], plusIsSpace: false, out segments[i]))
                return default;
        var values = new Stack<string>();
        return Find(_root, segments, values) is { } node ? new(node.Operations, values.Reverse().ToArray()) : default;
    }

    private static RouteNode? Find(RouteNode node, ReadOnlySpan<string> segments, Stack<string> values)
    {
        if (segments.IsEmpty)
            return node.Operations.Count > 0 ? node : null;
        if (node.Literals.TryGetValue(segments[0], out var literal) && Find(literal, segments[1..], values) is { } found)
            return found;
        if (node.Parameter is null || segments[0].Length == 0)
            return null;
        values.Push(segments[0]);
        if (Find(node.Parameter, segments[1..], values) is { } other)
            return other;
        values.Pop();
        return null;
    }

    private void Add(Operation operation)
    {
        var node = _root;
        foreach (var segment in operation.Path.Split('/').Skip(1))
        {
            if (segment[0] == '{')
                node = node.Parameter ??= new RouteNode();
            else if (node.Literals.TryGetValue(segment, out var next))
                node = next;
            else
                node = node.Literals[segment] = new RouteNode();
        }

        node.Operations.Add(operation.Method, operation);
    }
}
