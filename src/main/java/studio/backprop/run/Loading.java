package studio.backprop.run;

import java.util.function.Consumer;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;

/** Cancellable loading of project data with progress. Caches the last data. */
final class Loading implements Progress {
  private final Consumer<Status> heard;
  private PreparedData data;
  private Project dataOf;
  private volatile boolean cancelled;

  /** @param heard notified of the loading status */
  Loading(Consumer<Status> heard) {
    this.heard = heard;
  }

  /** @throws java.util.concurrent.CancellationException if cancelled */
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

  /** Thread-safe. */
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
