package studio.backprop.data.generate;

import java.util.SplittableRandom;

/** Four fields like a chessboard, with a margin between them: class 1 where exactly one of x and y is positive. */
public final class Xor implements PointGenerator {
  private static final double ROOM = 0.06;

  @Override
  public float draw(int index, double noise, SplittableRandom random, float[] xy) {
    int label = index % 2;
    double x = ROOM + (1 - ROOM) * random.nextDouble();
    double y = ROOM + (1 - ROOM) * random.nextDouble();
    double side = random.nextBoolean() ? 1 : -1;
    PointGenerator.put(side * x, label == 1 ? -side * y : side * y, noise, random, xy);
    return label;
  }
}
