using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Talon.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddTalon(builder.Configuration);
await builder.Build().RunAsync();
