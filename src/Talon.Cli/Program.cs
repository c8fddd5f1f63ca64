using Talon.Cli;

return TalonCommand.Run(args, Terminal.OfProcess());
