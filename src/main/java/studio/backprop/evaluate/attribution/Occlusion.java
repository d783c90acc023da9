package studio.backprop.evaluate.attribution;

import java.util.ArrayList;
import java.util.List;

/** Occlusion (Zeiler & Fergus 2014): drop of the score when a part of the input is replaced by the baseline. */
public final class Occlusion {
  private Occlusion() {
  }

  /**
   * Score minus that without each part.
   *
   * @param baseline of as many numbers as {@link ScoredNetwork#point}
   * @param parts indices that are replaced together
   */
  public static double[] of(ScoredNetwork network, Score score, float[] example, float[] baseline, List<int[]> parts) {
    float[] point = network.point(example);
    double whole = network.score(score, example, point);
    float[][] without = new float[parts.size()][];
    for (int k = 0; k < without.length; k++) {
      without[k] = point.clone();
      for (int place : parts.get(k)) {
        without[k][place] = baseline[place];
      }
    }
    double[] losses = network.scores(score, example, without);
    for (int k = 0; k < losses.length; k++) {
      losses[k] = whole - losses[k];
    }
    return losses;
  }

  /** Square windows over all channels, row-major; the last ones end at the edge. */
  public static List<int[]> windows(int channels, int height, int width, int size, int stride) {
    List<int[]> windows = new ArrayList<>();
    for (int y = 0; y + size <= height; y += stride) {
      for (int x = 0; x + size <= width; x += stride) {
        int[] places = new int[channels * size * size];
        for (int i = 0; i < places.length; i++) {
          int channel = i / (size * size);
          places[i] = (channel * height + y + i / size % size) * width + x + i % size;
        }
        windows.add(places);
      }
    }
    return windows;
  }
}
