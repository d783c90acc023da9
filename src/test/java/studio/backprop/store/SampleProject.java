package studio.backprop.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import studio.backprop.project.Project;

/** Projects of the samples, for tests. */
public final class SampleProject {
  private SampleProject() {}

  /** @param name of a sample, such as {@code circles} */
  public static Project of(String name) {
    try (InputStream in = Sample.find(name).orElseThrow().open()) {
      return ProjectFile.read(name, in).saved().project();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StoreProblem e) {
      throw new AssertionError(e);
    }
  }
}
