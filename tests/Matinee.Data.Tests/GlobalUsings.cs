global using Matinee.Core;
global using Matinee.Core.Catalog;
global using Matinee.Core.Interactions;
