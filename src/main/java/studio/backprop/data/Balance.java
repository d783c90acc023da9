package studio.backprop.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.tensor.Seeds;

/** Class-balanced sampling of the training part: oversamples rare classes, cycles through frequent ones. */
final class Balance {
  /** Rows of each class that occurs. */
  private final List<int[]> classes = new ArrayList<>();
  private final List<int[]> decks = new ArrayList<>();

  private Balance() {}

  /** Empty unless each example has exactly one class. */
  static Optional<Balance> of(PreparedData data) {
    if (data.dataset().task() != Task.CLASSES || data.dataset().answers() > 1) {
      return Optional.empty();
    }
    List<List<Integer>> rows = new ArrayList<>();
    data.dataset().classNames().forEach(name -> rows.add(new ArrayList<>()));
    for (int row = 0; row < data.trainRows(); row++) {
      rows.get(data.classOf(Part.TRAIN, row)).add(row);
    }
    Balance balance = new Balance();
    for (List<Integer> one : rows) {
      if (!one.isEmpty()) {
        balance.classes.add(one.stream().mapToInt(row -> row).toArray());
        balance.decks.add(new int[one.size()]);
      }
    }
    return Optional.of(balance);
  }

  /** The order of one epoch, one class after the other in turn; any epoch may follow any other. */
  void deal(int epoch, int[] order, Optional<Seeds> seeds) {
    for (int k = 0; k < classes.size(); k++) {
      int[] deck = decks.get(k);
      System.arraycopy(classes.get(k), 0, deck, 0, deck.length);
      if (seeds.isPresent()) {
        Shuffle.shuffle(deck, seeds.get().source("balance/" + k));
      }
    }
    int rounds = (order.length + classes.size() - 1) / classes.size();
    for (int i = 0; i < order.length; i++) {
      int[] deck = decks.get(i % classes.size());
      order[i] = deck[(int) (((long) epoch * rounds + i / classes.size()) % deck.length)];
    }
  }
}
