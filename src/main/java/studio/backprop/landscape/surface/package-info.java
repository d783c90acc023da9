/**
 * Optimizers on test surfaces: functions of two weights with exact formula and gradient, and races of several optimizers from one place on
 * them. The package knows neither networks nor data.
 */
package studio.backprop.landscape.surface;
