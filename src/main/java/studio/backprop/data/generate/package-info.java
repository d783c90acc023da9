/**
 * Synthetic point sets and functions: circles, moons, spirals, Gaussian mixtures and others, one {@link PointGenerator} a file.
 * Deterministic for a seed. Knows nothing of files, splits or scaling.
 */
package studio.backprop.data.generate;
