package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.run.Run;

/** Learner of the displayed pass: generator, discriminator, or no particular one. */
public enum Turns {
  NONE(""),
  DISCRIMINATOR(".discriminator"),
  GENERATOR(".generator");

  private final String key;

  Turns(String key) {
    this.key = key;
  }

  /** Suffix of its text keys. */
  public String key() {
    return key;
  }

  /** Of the current pass, or else of the last one. */
  public static Turns of(RunModel run) {
    Run now = run.runProperty().get();
    Optional<Snapshot> seen = run.snapshot().filter(snapshot -> snapshot.measured() || snapshot.cursor().isPresent());
    if (now == null || seen.isEmpty() || !run.generator().runs()) {
      return NONE;
    }
    Optional<AdversarialRoles> roles = AdversarialRoles.of(now.project().network());
    boolean discriminatorRests = roles.filter(both -> rests(seen.get(), both.discriminator())).isPresent();
    boolean generatorRests = roles.filter(both -> rests(seen.get(), both.generator())).isPresent();
    return discriminatorRests == generatorRests ? NONE : generatorRests ? DISCRIMINATOR : GENERATOR;
  }

  private static boolean rests(Snapshot seen, Set<Integer> nodes) {
    return IntStream.range(0, seen.parameters().size()).anyMatch(p -> nodes.contains(seen.parameters().get(p).node()) && seen.rests(p));
  }
}
