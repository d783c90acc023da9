package studio.backprop.ui.watch.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.run.Status;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.workspace.run.Branch;
import studio.backprop.ui.workspace.run.Landmarks;
import studio.backprop.ui.workspace.run.RunModel;

/** Bookmarked steps of the current run: notable ones, found automatically, and the user's own. */
public final class Bookmarks implements AutoCloseable {
  /**
   * Bookmark of a step.
   *
   * @param own whether the user has set it, and may remove it
   * @param of the run in which it was set
   * @param reached the epoch that ended there, if that is what it marks
   */
  public record Bookmark(long step, Message name, boolean own, CheckpointLog of, Optional<EpochRecord> reached) {
    /** Name, step and metrics. @param at the step in words */
    Message said(Message at, Numbers numbers) {
      return reached.map(epoch -> epoch.validation().loss()).filter(loss -> !Double.isNaN(loss))
          .map(loss -> Message.of("bookmark.measured", name, at, numbers.significant(loss, DIGITS)))
              .orElseGet(() -> Message.of("bookmark.row", name, at));
    }
  }

  private static final int DIGITS = 3;

  private final ReadOnlyObjectWrapper<List<Bookmark>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
  private final List<Bookmark> own = new ArrayList<>();
  private final RunModel run;
  private final Subscription subscriptions;

  Bookmarks(RunModel run) {
    this.run = run;
    subscriptions = Subscription.combine(
        run.frameProperty().subscribe(this::refresh),
        run.statusProperty().subscribe(this::refresh),
        run.branches().currentProperty().subscribe(this::refresh));
  }

  /** In ascending order of steps. */
  public ReadOnlyObjectProperty<List<Bookmark>> allProperty() {
    return all.getReadOnlyProperty();
  }

  /** Sets or removes the user's bookmark of a step. */
  public void toggle(long step) {
    Branch now = run.branches().currentProperty().get();
    Optional<Bookmark> there = all.get().stream().filter(mark -> mark.own() && mark.step() == step).findFirst();
    if (there.isPresent()) {
      remove(there.get());
    } else if (now != null) {
      own.add(new Bookmark(step, Message.of("bookmark.own"), true, now.showing(step).checkpointLog(), Optional.empty()));
      refresh();
    }
  }

  public void remove(Bookmark mark) {
    own.remove(mark);
    refresh();
  }

  /** Names a bookmark of the user; an empty name removes the name. */
  public void rename(Bookmark mark, String name) {
    Message called = name.isBlank() ? Message.of("bookmark.own") : Message.of("bookmark.named", name.strip());
    own.replaceAll(one -> one.equals(mark) ? new Bookmark(mark.step(), called, true, mark.of(), mark.reached()) : one);
    refresh();
  }

  private void refresh() {
    Branch now = run.branches().currentProperty().get();
    if (now == null) {
      all.set(List.of());
      return;
    }
    own.removeIf(mark -> !run.branches().checkpointLogs().contains(mark.of()));
    List<Bookmark> found = new ArrayList<>(found(now));
    own.stream().filter(mark -> mark.step() <= now.checkpointLog().newest() && now.showing(mark.step()).checkpointLog() == mark.of())
        .forEach(found::add);
    found.removeIf(mark -> mark.step() < run.branches().first());
    found.sort(Comparator.comparingLong(Bookmark::step));
    if (!found.equals(all.get())) {
      all.set(List.copyOf(found));
    }
  }

  private List<Bookmark> found(Branch now) {
    List<Bookmark> found = new ArrayList<>();
    Landmarks landmarks = run.history().landmarks();
    landmarks.first().ifPresent(epoch -> found.add(mark(epoch, Message.of("bookmark.epoch"), now)));
    landmarks.right().ifPresent(epoch -> found.add(mark(epoch, Message.of("bookmark.right"), now)));
    landmarks.best().ifPresent(epoch -> found.add(mark(epoch, Message.of("bookmark.best"), now)));
    for (Branch branch : run.branches().all()) {
      if (branch.parent().isPresent() && branch.from() <= now.checkpointLog().newest()) {
        found.add(mark(branch.from(), Message.of("bookmark.branch", branch.letter()), now));
      }
    }
    if (run.statusProperty().get().state() == Status.State.FAULT) {
      found.add(mark(now.checkpointLog().newest(), Message.of("bookmark.fault"), now));
    }
    return found;
  }

  private static Bookmark mark(long step, Message name, Branch of) {
    return new Bookmark(step, name, false, of.checkpointLog(), Optional.empty());
  }

  private static Bookmark mark(EpochRecord epoch, Message name, Branch of) {
    return new Bookmark(epoch.step(), name, false, of.checkpointLog(), Optional.of(epoch));
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
