package studio.backprop.ui.run;

import java.util.List;
import java.util.OptionalInt;
import studio.backprop.store.KeptTry;

/** Remembers what was tried with the open project. It goes into the project's file and comes back with it; undo does not touch it. */
public interface Tried {
  /** What a file is to hold of it now, the oldest first. */
  List<KeptTry> kept();

  /** How long twins of the open project have trained in this session, all together: work beside the run of the window. */
  double secondsOfTwins();

  /** Another project is opened, with what was tried with it before. @return the number of the run that its file goes on with */
  OptionalInt opened(List<KeptTry> tries);

  /** Where nobody looks at tries: a file's are passed on. */
  final class Untouched implements Tried {
    private List<KeptTry> tries = List.of();

    @Override
    public List<KeptTry> kept() {
      return tries;
    }

    @Override
    public double secondsOfTwins() {
      return 0;
    }

    @Override
    public OptionalInt opened(List<KeptTry> opened) {
      tries = opened;
      return OptionalInt.empty();
    }
  }
}
