using System.CommandLine;
using MutualInfo.Tool.Verification;

RootCommand root = new("Mutual-information estimates from files.") { VerifyCommand.Create() };
return root.Parse(args).Invoke();
