package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import studio.backprop.data.DataProblem;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.project.Project;
import studio.backprop.search.method.TrialScheduler;
import studio.backprop.search.run.BestTested;
import studio.backprop.search.run.RepeatRun;
import studio.backprop.search.run.SearchRunner;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.text.Message;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.ui.kit.Faults;
import studio.backprop.ui.kit.Pulse;

/** Runs the search on a worker thread. All methods and callbacks: JavaFX thread only. */
final class SearchWorker {
  private final Pulse pulse;
  private Under under = new Under(null);
  private boolean busy;
  private Optional<Known> known = Optional.empty();

  /** One background job. An abandoned thread writes only to its own. */
  private static final class Under {
    private final AtomicBoolean stop = new AtomicBoolean();
    private volatile SearchRunner runner;
    /** Actions queued before the runner started. */
    private final List<Consumer<SearchRunner>> early = Collections.synchronizedList(new ArrayList<>());
    private volatile SearchRecord latest;
    /** The epochs of each trial since the job began. */
    private final Map<Integer, List<EpochRecord>> epochs = new ConcurrentHashMap<>();

    Under(SearchRecord from) {
      latest = from;
    }
  }

  /** Loaded data. */
  private record Known(Project of, PreparedData data) {
    boolean suits(Project project) {
      return of.data().equals(project.data()) && of.table().equals(project.table());
    }
  }

  /** Called at the end of a job. */
  interface Ending {
    /**
     * @param reached the result; empty where it did not begin
     * @param problem why it could not begin, or failed
     */
    void ended(Optional<SearchRecord> reached, Optional<Message> problem);
  }

  SearchWorker(Pulse pulse) {
    this.pulse = pulse;
  }

  boolean busy() {
    return busy;
  }

  /** Latest result; null before the first. */
  SearchRecord latest() {
    return under.latest;
  }

  /** Epochs of all trials since the job began. */
  long epochsTrained() {
    return under.epochs.values().stream().mapToLong(List::size).sum();
  }

  /** With the epochs trained since the job began. */
  SearchRecord grown() {
    SearchRecord grown = under.latest;
    for (Trial trial : under.latest.trials()) {
      List<EpochRecord> more = trial.state() == Trial.State.RUNNING
          ? under.epochs.getOrDefault(trial.number(), List.of()) : List.of();
      List<EpochRecord> all = new ArrayList<>(trial.epochs());
      more.stream().filter(epoch -> epoch.epoch() > trial.epoch()).forEach(all::add);
      if (all.size() > trial.epoch()) {
        grown = grown.with(trial.reached(trial.state(), all, trial.kept(), trial.sha256()));
      }
    }
    return grown;
  }

  /** Reuses loaded data. */
  void know(Project of, PreparedData data) {
    known = Optional.of(new Known(of, data));
  }

  /** The loaded data of a project, if any. */
  Optional<PreparedData> data(Project project) {
    return known.filter(one -> one.suits(project)).map(Known::data);
  }

  /** Loads the data of a project in the background. */
  void read(Project project, Runnable heard) {
    if (data(project).isEmpty()) {
      aside(() -> {
        try {
          PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
          pulse.soon(() -> {
            know(project, data);
            heard.run();
          });
        } catch (DataProblem e) {
          // reported when a search begins
        }
      });
    }
  }

  /**
   * Runs a search.
   *
   * @param enough stopping condition, tested after each report
   * @param others cluster that trains as well
   */
  void search(SearchRecord from, Predicate<SearchRecord> enough, Optional<Machines.Listening> others, Ending ending) {
    Under mine = begin(from);
    Optional<PreparedData> there = data(from.base());
    work(mine, ending, () -> {
      PreparedData data = load(from.base(), there);
      SearchRunner.check(from, data);
      int workers = Math.min(from.settings().parallel(), Runtime.getRuntime().availableProcessors());
      SearchRunner searching = others.map(machines -> new SearchRunner(data, search -> machines.hands(search, data, workers)))
          .orElseGet(() -> new SearchRunner(data, workers));
      mine.runner = searching;
      SearchRecord reached = searching.run(from, enough, mine.stop::get, new SearchRunner.Listener() {
        @Override
        public void changed(SearchRecord now) {
          mine.latest = now;
          while (!mine.early.isEmpty()) {
            mine.early.remove(0).accept(searching);
          }
        }

        @Override
        public void epoch(int trial, EpochRecord epoch) {
          mine.epochs.merge(trial, List.of(epoch), (old, more) -> Stream.concat(old.stream(), more.stream()).toList());
        }
      });
      mine.runner = null;
      boolean rests = mine.stop.get() || enough.test(reached);
      boolean again = from.best().isPresent() && TrialScheduler.next(reached).isEmpty(); // as after another rung by hand
      return rests && !again ? reached : BestTested.of(reached, data, mine.stop::get);
    });
  }

  /** Retrains the best trials with other seeds. */
  void repeat(SearchRecord search, Consumer<Integer> done, Ending ending) {
    Under mine = begin(search);
    Optional<PreparedData> there = data(search.base());
    int[] count = {0};
    work(mine, ending, () -> {
      PreparedData data = load(search.base(), there);
      return RepeatRun.run(BestTested.of(search, data, mine.stop::get), data, mine.stop::get, one -> {
        int so = ++count[0];
        pulse.soon(() -> done.accept(so));
      });
    });
  }

  private Under begin(SearchRecord from) {
    busy = true;
    under = new Under(from);
    return under;
  }

  private PreparedData load(Project base, Optional<PreparedData> there) throws DataProblem {
    if (there.isPresent()) {
      return there.get();
    }
    PreparedData data = PreparedData.load(base.data(), base.table(), Progress.NONE);
    pulse.soon(() -> know(base, data));
    return data;
  }

  private interface Task {
    SearchRecord run() throws DataProblem, SearchProblem, InterruptedException;
  }

  private void work(Under mine, Ending ending, Task task) {
    aside(() -> {
      Optional<SearchRecord> reached = Optional.empty();
      Optional<Message> problem = Optional.empty();
      try {
        reached = Optional.of(task.run());
      } catch (DataProblem e) {
        problem = Optional.of(e.sentence());
      } catch (SearchProblem e) {
        problem = Optional.of(e.sentence());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error e) { // else it would search forever
        problem = Optional.of(Message.of("trials.problem.failed", Faults.reason(e)));
      }
      Optional<SearchRecord> found = reached;
      Optional<Message> why = problem;
      pulse.soon(() -> {
        if (mine == under) {
          busy = false;
          ending.ended(found, why);
        }
      });
    });
  }

  /**
   * Computes a function of the data of a project, which are loaded if necessary.
   *
   * @param failed receives the error
   */
  <A> void withData(Project project, Function<PreparedData, A> what, Consumer<A> heard, Consumer<Message> failed) {
    Optional<PreparedData> there = data(project);
    aside(() -> {
      try {
        A found = what.apply(load(project, there));
        pulse.soon(() -> heard.accept(found));
      } catch (DataProblem e) {
        pulse.soon(() -> failed.accept(e.sentence()));
      } catch (RuntimeException | Error e) { // as for want of memory
        Message why = Faults.sentence(e);
        pulse.soon(() -> failed.accept(why));
      }
    });
  }

  private static void aside(Runnable work) {
    Thread thread = new Thread(work, "search");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends the job; results so far are kept. */
  void pause() {
    under.stop.set(true);
  }

  /** Removes a trial from the running search. */
  void drop(int trial) {
    tell(searching -> searching.drop(trial));
  }

  void stop(int trial) {
    tell(searching -> searching.stop(trial));
  }

  /** Resumes a trial up to its next rung. */
  void anotherRung(int trial) {
    tell(searching -> searching.anotherRung(trial));
  }

  private void tell(Consumer<SearchRunner> order) {
    SearchRunner searching = under.runner;
    if (searching != null) {
      order.accept(searching);
    } else {
      under.early.add(order);
    }
  }

  /** Cancels the job without callbacks. */
  void forget() {
    under.stop.set(true);
    under = new Under(null);
    busy = false;
  }
}
