package studio.backprop.derivation;

import java.util.Optional;

/**
 * Product in a sum. Immutable.
 *
 * @param place first factor
 * @param letter of the second factor in LaTeX, without index; empty if none
 * @param factor second factor
 * @param partner place of the second, if a single element: the input of a weight, or the weight of an input
 */
public record Term(Place place, String letter, double factor, double product, Optional<Place> partner) {}
