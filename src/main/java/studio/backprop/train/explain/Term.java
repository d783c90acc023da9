package studio.backprop.train.explain;

/**
 * One of the products that a number is the sum of.
 *
 * @param place the first factor
 * @param letter of the second in LaTeX, without its index; empty where there is none
 * @param factor the second: what the first is multiplied by
 * @param product of both
 */
public record Term(Place place, String letter, double factor, double product) {}
