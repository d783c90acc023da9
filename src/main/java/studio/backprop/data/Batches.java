package studio.backprop.data;

import java.util.Arrays;
import java.util.Optional;
import studio.backprop.tensor.Seeds;

/**
 * Mini-batches of a part of the data. The last batch of an epoch may be smaller (no drop_last). Filling a batch allocates nothing. Not
 * thread-safe.
 */
public final class Batches {
  private final PreparedData data;
  private final Part part;
  private final int batchSize;
  private final Optional<Seeds> seeds;
  private final Optional<Balance> balance;
  private final int inputWidth;
  private final int targetWidth;
  private final TargetForm form;
  private final int[] order;

  private Batches(PreparedData data, Part part, int batchSize, TargetForm form, Optional<Seeds> seeds, Optional<Balance> balance) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, but was " + batchSize);
    }
    this.data = data;
    this.part = part;
    this.batchSize = batchSize;
    this.seeds = seeds;
    this.balance = balance;
    this.inputWidth = data.dataset().width();
    this.targetWidth = data.targetWidth(form);
    this.form = form;
    this.order = new int[data.rows(part)];
    startEpoch(0);
  }

  /** For training: in another order each epoch, which depends on the seed and the epoch's number alone. */
  public static Batches shuffled(PreparedData data, Part part, int batchSize, TargetForm form, Seeds seeds) {
    return new Batches(data, part, batchSize, form, Optional.of(seeds), Optional.empty());
  }

  /** For evaluation: in dataset order. */
  public static Batches inOrder(PreparedData data, Part part, int batchSize, TargetForm form) {
    return new Batches(data, part, batchSize, form, Optional.empty(), Optional.empty());
  }

  /**
   * For training.
   *
   * @param seeds of the permutations; empty for dataset order
   * @param balanced class-balanced sampling, where every example has one class
   */
  public static Batches forTraining(PreparedData data, int batchSize, TargetForm form, Optional<Seeds> seeds, boolean balanced) {
    Optional<Balance> balance = balanced ? Balance.of(data) : Optional.empty();
    return new Batches(data, Part.TRAIN, batchSize, form, seeds, balance);
  }

  /** Shuffles for an epoch, counted from 0. Epochs may be requested in any order. */
  public void startEpoch(int epoch) {
    balance.ifPresentOrElse(even -> even.deal(epoch, order, seeds), () -> Arrays.setAll(order, row -> row));
    seeds.ifPresent(s -> Shuffle.shuffle(order, s.source("shuffle/" + epoch)));
  }

  /** Batches per epoch; 0 for an empty part. */
  public int count() {
    return (order.length + batchSize - 1) / batchSize;
  }

  /** Rows in this batch; the last one may be smaller. */
  public int size(int batch) {
    return Math.min(batchSize, order.length - batch * batchSize);
  }

  /** Rows per epoch. */
  public int rows() {
    return order.length;
  }

  /** Row of the part at {@code index} of this batch. */
  public int row(int batch, int index) {
    return order[batch * batchSize + index];
  }

  public int inputWidth() {
    return inputWidth;
  }

  public int targetWidth() {
    return targetWidth;
  }

  /**
   * Fills inputs [size × inputWidth] and targets [size × targetWidth] from the start of both arrays.
   *
   * @return the size of the batch
   */
  public int fill(int batch, float[] inputs, float[] batchTargets) {
    int size = size(batch);
    for (int i = 0; i < size; i++) {
      int row = row(batch, i);
      data.copyInput(part, row, inputs, i * inputWidth);
      data.copyTarget(part, row, form, batchTargets, i * targetWidth);
    }
    return size;
  }
}
