package studio.backprop.ui.compare.landscape;

import studio.backprop.compare.VariantOutput;
import studio.backprop.data.PreparedData;

/**
 * What the network of a plane would be with the weights of one of its points.
 *
 * @param a and b, the place on the plane
 * @param loss of these weights
 * @param output what the network answers with them
 * @param data that it learns from
 */
record PlanePoint(double a, double b, double loss, VariantOutput output, PreparedData data) {}
