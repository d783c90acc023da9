package studio.backprop.data.draw;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;

/**
 * A picture of the data drawn again as somebody at a pad would: thinned to lines (Zhang and Suen 1984), which are followed with a pen; so
 * nothing of its greys and its widths is left. It is drawn at another place and size than it had.
 */
public final class TracedDigit {
  /** Of each pixel so many steps, so that lines in small pictures can be thinned. */
  private final int fine;
  private final int height;
  private final int width;
  private final boolean[][] ink;

  private TracedDigit(float[] picture, int rows, int columns) {
    fine = Math.max(1, 32 / Math.max(rows, columns));
    height = rows * fine + 2;
    width = columns * fine + 2;
    ink = new boolean[height][width];
    float most = 0;
    for (float value : picture) {
      most = Math.max(most, value);
    }
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        ink[y][x] = between(picture, rows, columns, (y - 0.5) / fine - 0.5, (x - 0.5) / fine - 0.5) > 0.45 * most;
      }
    }
  }

  /**
   * Draws a picture of the data again.
   *
   * @param left of the pad's place for it
   * @param top of the same
   * @param size of the same
   */
  public static Drawing of(PreparedData data, Part part, int row, double left, double top, double size) {
    float[] picture = new float[data.dataset().width()];
    data.copyRawInput(part, row, picture);
    TracedDigit digit = new TracedDigit(picture, data.dataset().inputShape().size(1), data.dataset().inputShape().size(2));
    digit.thin();
    return digit.strokes(left, top, size);
  }

  private static double between(float[] picture, int rows, int columns, double y, double x) {
    int top = (int) Math.floor(y);
    int left = (int) Math.floor(x);
    double down = y - top;
    double right = x - left;
    return (1 - down) * ((1 - right) * at(picture, rows, columns, top, left) + right * at(picture, rows, columns, top, left + 1))
        + down * ((1 - right) * at(picture, rows, columns, top + 1, left) + right * at(picture, rows, columns, top + 1, left + 1));
  }

  private static double at(float[] picture, int rows, int columns, int y, int x) {
    return y < 0 || x < 0 || y >= rows || x >= columns ? 0 : picture[y * columns + x];
  }

  private void thin() {
    boolean goesOn = true;
    while (goesOn) {
      boolean first = peel(true);
      boolean second = peel(false);
      goesOn = first || second;
    }
  }

  private boolean peel(boolean first) {
    List<int[]> gone = new ArrayList<>();
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        if (ink[y][x] && goes(around(y, x), first)) {
          gone.add(new int[] {y, x});
        }
      }
    }
    gone.forEach(at -> ink[at[0]][at[1]] = false);
    return !gone.isEmpty();
  }

  private static boolean goes(boolean[] p, boolean first) {
    int neighbours = 0;
    int begins = 0;
    for (int i = 0; i < 8; i++) {
      neighbours += p[i] ? 1 : 0;
      begins += !p[i] && p[(i + 1) % 8] ? 1 : 0;
    }
    boolean sides = first ? !(p[0] && p[2] && p[4]) && !(p[2] && p[4] && p[6]) : !(p[0] && p[2] && p[6]) && !(p[0] && p[4] && p[6]);
    return neighbours >= 2 && neighbours <= 6 && begins == 1 && sides;
  }

  /** From above, clockwise. */
  private boolean[] around(int y, int x) {
    return new boolean[] {ink[y - 1][x], ink[y - 1][x + 1], ink[y][x + 1], ink[y + 1][x + 1], ink[y + 1][x], ink[y + 1][x - 1],
        ink[y][x - 1], ink[y - 1][x - 1]};
  }

  /** Each stroke begins at an end of a line, or anywhere where there is none, and goes on as straight as it can. */
  private Drawing strokes(double left, double top, double size) {
    Drawing drawing = Drawing.EMPTY;
    for (int most = 1; most <= 8; most++) {
      for (int y = 1; y < height - 1; y++) {
        for (int x = 1; x < width - 1; x++) {
          if (ink[y][x] && count(y, x) <= most) {
            drawing = drawing.with(follow(y, x, left, top, size));
          }
        }
      }
    }
    for (int y = 1; y < height - 1 && drawing.isEmpty(); y++) {
      for (int x = 1; x < width - 1; x++) {
        drawing = ink[y][x] ? drawing.with(new Stroke(List.of(point(y, x, left, top, size)))) : drawing;
      }
    }
    return drawing;
  }

  private int count(int y, int x) {
    int count = 0;
    for (boolean one : around(y, x)) {
      count += one ? 1 : 0;
    }
    return count;
  }

  private Stroke follow(int fromY, int fromX, double left, double top, double size) {
    int y = fromY;
    int x = fromX;
    Stroke stroke = new Stroke(List.of(point(y, x, left, top, size)));
    int[] way = {0, 0};
    boolean goesOn = true;
    while (goesOn) {
      ink[y][x] = false;
      goesOn = false;
      int best = Integer.MIN_VALUE;
      int[] next = {0, 0};
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int straight = 2 * (dy * way[0] + dx * way[1]) - Math.abs(dy) - Math.abs(dx);
          if (ink[y + dy][x + dx] && straight > best) {
            best = straight;
            next = new int[] {dy, dx};
            goesOn = true;
          }
        }
      }
      if (goesOn) {
        way = next;
        y += next[0];
        x += next[1];
        stroke = stroke.to(point(y, x, left, top, size));
      }
    }
    return stroke;
  }

  private StrokePoint point(int y, int x, double left, double top, double size) {
    double side = Math.max(height, width) - 2;
    return new StrokePoint(left + (x - 0.5) / side * size, top + (y - 0.5) / side * size, 1);
  }
}
