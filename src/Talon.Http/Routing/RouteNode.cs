namespace Talon.Http;

/// <summary>What may follow a part of a path.</summary>
internal sealed class RouteNode
{
    /// <summary>Fixed segments.</summary>
    public Dictionary<string, RouteNode> Literals { get; } = [];

    /// <summary>Any other segment.</summary>
    public RouteNode? Parameter { get; set; }

    /// <summary>The operations of the path that ends here, by method.</summary>
    public Dictionary<string, Operation> Operations { get; } = [];
}
