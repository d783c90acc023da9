package studio.backprop.derivation;

import java.util.Optional;

/**
 * One of the products that a number is the sum of.
 *
 * @param place the first factor
 * @param letter of the second in LaTeX, without its index; empty where there is none
 * @param factor the second: what the first is multiplied by
 * @param product of both
 * @param partner where the second stands, if it is a single number: the input that a weight meets, or the weight that an input meets
 */
public record Term(Place place, String letter, double factor, double product, Optional<Place> partner) {}
