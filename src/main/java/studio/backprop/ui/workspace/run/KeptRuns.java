package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import studio.backprop.train.record.RunRecord;

/** Run history of the open project. Stored in the project's file; not subject to undo. */
public interface KeptRuns {
  /** Records for the file, oldest first. */
  List<RunRecord> kept();

  /** Adds a run trained outside the main one, such as a cross-validation. */
  void add(RunRecord ended);

  /** Total training time of twins of the open project in this session. */
  double secondsOfTwins();

  /** Replaces the history on opening a project; returns the number of the run that its file resumes. */
  OptionalInt opened(List<RunRecord> tries);

  /** Passes a file's records on, where no view needs them. */
  final class Untouched implements KeptRuns {
    private List<RunRecord> tries = List.of();

    @Override
    public List<RunRecord> kept() {
      return tries;
    }

    @Override
    public void add(RunRecord ended) {
      tries = Stream.concat(tries.stream(), Stream.of(ended)).toList();
    }

    @Override
    public double secondsOfTwins() {
      return 0;
    }

    @Override
    public OptionalInt opened(List<RunRecord> opened) {
      tries = opened;
      return OptionalInt.empty();
    }
  }
}
