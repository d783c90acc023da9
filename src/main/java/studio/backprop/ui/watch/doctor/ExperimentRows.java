package studio.backprop.ui.watch.doctor;

import java.util.Optional;
import studio.backprop.doctor.Experiment;
import studio.backprop.network.Network;

/** Both trainings of an experiment as rows. The layout is computed once per network; afterwards only the numbers change. */
final class ExperimentRows {
  private Experiment shown;
  private Row a = Row.NONE;
  private Row b = Row.NONE;

  /** Row of a network, fixed during the experiment. */
  private record Row(Network network, ExperimentRow lane, long parameters) {
    private static final Row NONE = new Row(Network.EMPTY, ExperimentRow.EMPTY, 0);

    private Row showing(Experiment.Variant seen) {
      Network now = seen.project().network();
      return now == network
          ? new Row(network, lane.with(seen.stats()), parameters)
          : new Row(now, ExperimentRow.of(seen), now.analyse().parameterCount());
    }
  }

  /** Shows the current state; idempotent. */
  private void show(Optional<Experiment> twin) {
    if (twin.isPresent() && twin.get() != shown) {
      a = a.showing(twin.get().a());
      b = b.showing(twin.get().b());
    } else if (twin.isEmpty()) {
      a = Row.NONE;
      b = Row.NONE;
    }
    shown = twin.orElse(null);
  }

  ExperimentRow a(Optional<Experiment> twin) {
    show(twin);
    return a.lane();
  }

  ExperimentRow b(Optional<Experiment> twin) {
    show(twin);
    return b.lane();
  }

  /** Of the network as it is drawn. */
  long parameters(Optional<Experiment> twin) {
    show(twin);
    return a.parameters();
  }
}
