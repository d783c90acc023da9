/**
 * Optimizer races on analytic test functions of two variables (Rosenbrock, Beale, Himmelblau and others). {@link TestSurface} has exact
 * value and gradient in double precision; {@link SurfaceRace} runs the same optimizers that train networks, in single precision. Knows
 * neither networks nor data. Decision 80.
 */
package studio.backprop.landscape.surface;
