package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import studio.backprop.train.record.RunRecord;

/** Remembers what was tried with the open project. It goes into the project's file and comes back with it; undo does not touch it. */
public interface KeptRuns {
  /** What a file is to hold of it now, the oldest first. */
  List<RunRecord> kept();

  /** A run is over that somebody else has trained beside that of the window, such as a cross-validation. */
  void add(RunRecord ended);

  /** How long twins of the open project have trained in this session, all together: work beside the run of the window. */
  double secondsOfTwins();

  /** Another project is opened, with what was tried with it before. @return the number of the run that its file goes on with */
  OptionalInt opened(List<RunRecord> tries);

  /** Where nobody looks at tries: a file's are passed on. */
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
