global using Matinee.Core;
global using Matinee.Core.Interactions;
