package studio.backprop.data;

import java.util.SplittableRandom;

/** Uniform random permutation (Fisher and Yates 1938, Durstenfeld 1964). */
public final class Shuffle {
  private Shuffle() {}

  public static void shuffle(int[] deck, SplittableRandom random) {
    for (int i = deck.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int card = deck[i];
      deck[i] = deck[j];
      deck[j] = card;
    }
  }
}
