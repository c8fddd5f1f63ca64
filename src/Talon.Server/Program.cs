using Talon.Server;

return await ServerProgram.RunAsync(args, Environment.GetEnvironmentVariable, Console.Out, Console.Error);
