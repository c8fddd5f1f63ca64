using Talon.RuleEngine.Explanations;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Places on Earth.</summary>
internal static class Places
{
    private const double EarthRadiusKm = 6371.0088;

    private static readonly Fault NotAPlace = Fault.Error("NotAPlace", "A latitude lies outside -90 to 90, or a longitude outside -180 to 180.");

    public static readonly Function Of = new(
        "location", FunctionGroup.Condition,
        "The place at a latitude and a longitude, in degrees.",
        """["location", 52.52, 13.405]""",
        new Overload("(latitude: number, longitude: number) -> location", call =>
        {
            var (latitude, longitude) = (call.Number(0), call.Number(1));
            return Expression.Place(scope =>
            {
                var place = new Location(latitude(scope), longitude(scope));
                return Math.Abs(place.Latitude) <= 90 && Math.Abs(place.Longitude) <= 180 ? place : scope.Fail(NotAPlace, place);
            });
        }));

    public static readonly Function WithinRadius = new(
        "withinRadius", FunctionGroup.Condition,
        "Whether two places are at most so many kilometres apart, along the surface.",
        """["withinRadius", [".", "Session", "Location"], ["location", 52.52, 13.405], 25]""",
        new Overload("(place: location, other: location, km: number) -> boolean", call =>
        {
            var (place, other, km) = (call[0].As<Location>(), call[1].As<Location>(), call.Number(2));
            return Expression.Flag(scope => Distance(place(scope), other(scope)) <= (double)km(scope));
        }))
    {
        Failure = "within {2} km of {1}",
        Explain = (condition, scope) =>
        {
            var far = Distance(condition.Arguments[0].As<Location>()(scope), condition.Arguments[1].As<Location>()(scope));
            var km = condition.Arguments[2].As<decimal>()(scope);
            return new("TooFar", Explainer.Name(condition.Arguments[0]), $"{Round(far)} km away", $"within {ValueText.Of(km)} km", $"{Round(far - (double)km)} km nearer");
        },
    };

    /// <summary>Kilometres between two places, by the haversine formula.</summary>
    private static double Distance(Location a, Location b)
    {
        var (latitudeA, latitudeB) = (Radians(a.Latitude), Radians(b.Latitude));
        var latitude = Math.Sin((latitudeB - latitudeA) / 2);
        var longitude = Math.Sin((Radians(b.Longitude) - Radians(a.Longitude)) / 2);
        var h = latitude * latitude + Math.Cos(latitudeA) * Math.Cos(latitudeB) * longitude * longitude;
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;

    private static string Round(double km) => ValueText.Of(Math.Round((decimal)km, 1, MidpointRounding.AwayFromZero));
}
