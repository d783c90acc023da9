package studio.backprop.distributed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import studio.backprop.cluster.TaskRunner;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.search.run.TrialExecutor.Trained;
import studio.backprop.search.run.TrialRun;
import studio.backprop.search.run.TrialTrainer;
import studio.backprop.search.space.Space;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;
import studio.backprop.store.TrialBytes;

/**
 * Protocol of distributed trials. A job is described by a project file with the searched project, its data, and the search settings. A task
 * is a trial with its weights; the result is the CPU time in seconds, followed by the trained trial.
 */
public final class RemoteTrials implements TaskRunner {
  private static final String NAME = "cluster";

  private final Space space;
  private final TrialTrainer trainer;
  private final boolean member;

  /** For the coordinator. */
  RemoteTrials(SearchRecord search, PreparedData data) {
    this(search, data, false);
  }

  /** @param member whether this is a remote worker */
  private RemoteTrials(SearchRecord search, PreparedData data, boolean member) {
    this.member = member;
    this.space = search.settings().space();
    this.trainer = new TrialTrainer(search, data);
  }

  /** Job description of a search. */
  static byte[] describe(SearchRecord search) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ProjectFile.write(out, Saved.of(search.base()).with(SearchRecord.of(search.base(), search.settings())));
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return out.toByteArray();
  }

  /**
   * Reads the output of {@link #describe}, and loads the data.
   *
   * @throws StoreProblem if unreadable, as of another version
   * @throws DataProblem if this machine does not have the data
   */
  public static RemoteTrials of(byte[] description) throws StoreProblem, DataProblem, IOException {
    Saved saved = ProjectFile.read(NAME, new ByteArrayInputStream(description)).saved();
    SearchRecord search = saved.search().orElseThrow(() -> StoreProblem.of("store.damaged").in(NAME));
    return new RemoteTrials(search, PreparedData.load(search.base().data(), search.base().table(), Progress.NONE), true);
  }

  @Override
  public byte[] run(byte[] task) throws StoreProblem, InterruptedException {
    Trial trial = TrialBytes.read(task, space);
    Trained trained = trainer.train(trial, () -> Thread.currentThread().isInterrupted(), epoch -> {});
    if (Thread.interrupted()) {
      throw new InterruptedException("half a trial is no result");
    }
    if (member && trained.trial().reason().filter(why -> why.key().equals(TrialRun.NO_MEMORY)).isPresent()) {
      throw new OutOfMemoryError("not enough memory for this trial"); // another member may have enough
    }
    return write(trained);
  }

  @Override
  public void close() {
    trainer.close();
  }

  static byte[] write(Trained trained) {
    byte[] trial = TrialBytes.write(trained.trial());
    return ByteBuffer.allocate(Double.BYTES + trial.length).putDouble(trained.processor()).put(trial).array();
  }

  /** @throws StoreProblem if these are not the bytes of a result */
  static Trained read(byte[] result, Space space) throws StoreProblem {
    if (result.length < Double.BYTES) {
      throw StoreProblem.of("store.damaged").in(NAME);
    }
    return new Trained(
        TrialBytes.read(Arrays.copyOfRange(result, Double.BYTES, result.length), space), ByteBuffer.wrap(result).getDouble());
  }
}
