package studio.backprop.train.landscape;

/**
 * A surface with a formula on which optimizers are compared, and where they begin.
 *
 * @param surface its name, such as {@code ravine}
 * @param x and y, the two weights at the start
 */
public record SurfaceStart(String surface, double x, double y) {}
