package studio.backprop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import studio.backprop.cli.Opener.Turn;

/** Unobserved steps alternating with observed ones every half second, since the speed of a shared machine changes within seconds. */
final class BareTurns {
  private final BareSteps bare;
  private final List<Turn> turns = new ArrayList<>();
  private Optional<BareSteps.Speed> last = Optional.empty();

  /** Starts with unobserved steps. */
  BareTurns(BareSteps bare) throws ExecutionException, InterruptedException {
    this.bare = bare;
    take();
  }

  /** Ends a turn of observed steps, if one has begun, and takes unobserved ones. */
  void take() throws ExecutionException, InterruptedException {
    Optional<BareSteps.Speed> now = bare.take().filter(speed -> speed.perSecond() > 0);
    if (last.isPresent() && now.isPresent()) {
      double watched = (now.get().before() - last.get().after()) * 1e9 / (now.get().from() - last.get().to());
      turns.add(new Turn(last.get().perSecond(), watched, now.get().perSecond()));
    }
    last = now;
  }

  List<Turn> turns() {
    return turns;
  }
}
