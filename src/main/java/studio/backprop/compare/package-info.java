/**
 * Comparison of training runs: two to four variants of a project that train side by side, from the same seed, in lock step, and the
 * settings in which projects differ. {@link ComparisonRunner} owns the training thread; {@link Comparison} advances all variants by one
 * step, without allocation. Readers get immutable {@link VariantSnapshot}s. {@link Differing} names the differences of two projects,
 * {@link VariantPlane} lays the plane of a loss landscape through the variants, {@link KeptTwins} is what a file keeps of them.
 */
package studio.backprop.compare;
