package studio.backprop.data.generate;

import java.util.SplittableRandom;

/**
 * Generator of grey pictures with one to three filled circles, squares and triangles on a brightness gradient, with a binary mask. Thin
 * lines as bright as the shapes are background, so that brightness alone is not sufficient. Grey values from 0 to 255.
 */
public final class ShapePicture {
  /** Pixels along each side. */
  public static final int SIDE = 32;
  public static final int LARGEST = 255;

  private static final int LINES = 3;
  private static final double DARK = 0.35;
  private static final double BRIGHT = 0.55;
  private static final double MIN_SIZE = 4;
  private static final double LARGER = 4;

  private final SplittableRandom random;
  private final double noise;
  private final double[] grey = new double[SIDE * SIDE];

  /** @param noise standard deviation per pixel, relative to the maximum */
  public ShapePicture(SplittableRandom random, double noise) {
    this.random = random;
    this.noise = noise;
  }

  /** Point-in-shape test, relative to the centre in units of its size. */
  private interface Inside {
    boolean test(double x, double y);
  }

  private static final Inside[] KINDS = {
    (x, y) -> x * x + y * y <= 1,
    (x, y) -> Math.max(Math.abs(x), Math.abs(y)) <= 0.85,
    (x, y) -> y <= 0.8 && y >= 2 * Math.abs(x) - 1
  };

  /** Writes one picture and its mask, 1 inside of a shape and 0 outside, each from {@code at}. */
  public void draw(float[] picture, float[] mask, int at) {
    double left = DARK * random.nextDouble();
    double right = DARK * random.nextDouble();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = left + (right - left) * (i % SIDE) / SIDE;
      mask[at + i] = 0;
    }
    for (int line = 0; line < LINES; line++) {
      line();
    }
    for (int shape = 1 + random.nextInt(KINDS.length); shape > 0; shape--) {
      shape(KINDS[random.nextInt(KINDS.length)], mask, at);
    }
    for (int i = 0; i < grey.length; i++) {
      double seen = grey[i] + noise * PointGenerator.gaussian(random);
      picture[at + i] = Math.round(LARGEST * Math.max(0, Math.min(1, seen)));
    }
  }

  private double bright() {
    return BRIGHT + (1 - BRIGHT) * random.nextDouble();
  }

  /** Across the whole picture, one pixel thick. */
  private void line() {
    double bright = bright();
    double slope = PointGenerator.even(random);
    double start = SIDE * random.nextDouble();
    boolean steep = random.nextBoolean();
    for (int along = 0; along < SIDE; along++) {
      int across = (int) Math.round(start + slope * (along - SIDE / 2));
      if (across >= 0 && across < SIDE) {
        grey[steep ? along * SIDE + across : across * SIDE + along] = bright;
      }
    }
  }

  private void shape(Inside kind, float[] mask, int at) {
    double bright = bright();
    double size = MIN_SIZE + LARGER * random.nextDouble();
    double x = size + (SIDE - 2 * size) * random.nextDouble();
    double y = size + (SIDE - 2 * size) * random.nextDouble();
    double turn = Math.PI / 4 * PointGenerator.even(random);
    for (int i = 0; i < grey.length; i++) {
      double dx = (i % SIDE - x) / size;
      double dy = (i / SIDE - y) / size;
      if (kind.test(dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn))) {
        grey[i] = bright;
        mask[at + i] = 1;
      }
    }
  }
}
