package studio.backprop.run;

import java.util.function.Consumer;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;

/** Loads the data of projects, says how far it is, and can be told to stop. Keeps the last data for projects that learn from the same. */
final class Loading implements Progress {
  private final Consumer<Status> heard;
  private PreparedData data;
  private Project dataOf;
  private volatile boolean cancelled;

  /** @param heard is told that it loads, and how far it is */
  Loading(Consumer<Status> heard) {
    this.heard = heard;
  }

  /** @throws java.util.concurrent.CancellationException if it was told to stop */
  PreparedData load(Project project) throws DataProblem {
    cancelled = false;
    boolean same = data != null && dataOf.data().equals(project.data()) && dataOf.table().equals(project.table());
    if (!same) {
      heard.accept(Status.of(Status.State.LOADING));
      data = PreparedData.load(project.data(), project.table(), this);
      dataOf = project;
    }
    return data;
  }

  /** Stops what is being loaded; from any thread. */
  void cancel() {
    cancelled = true;
  }

  @Override
  public void at(long done, long total) {
    heard.accept(Status.loading(done, total));
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
