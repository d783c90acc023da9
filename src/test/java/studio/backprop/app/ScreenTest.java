package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenTest {
  @TempDir private Path root;

  private Screen linux(Map<String, String> environment) {
    return new Screen(environment, root, "Linux", false);
  }

  private void write(String file, String text) throws Exception {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void linuxHasADisplayWhereOneIsNamed() {
    assertThat(linux(Map.of()).hasDisplay()).isFalse();
    assertThat(linux(Map.of("DISPLAY", "")).hasDisplay()).isFalse();
    assertThat(linux(Map.of("DISPLAY", ":0")).hasDisplay()).isTrue();
    assertThat(linux(Map.of("WAYLAND_DISPLAY", "wayland-0")).hasDisplay()).isTrue();
  }

  @Test
  void otherSystemsAlwaysHaveADisplayUnlessJavaIsToldOtherwise() {
    assertThat(new Screen(Map.of(), root, "Mac OS X", false).hasDisplay()).isTrue();
    assertThat(new Screen(Map.of(), root, "Windows 11", true).hasDisplay()).isFalse();
  }

  @Test
  void thePackageHasTheNameOfThisLinux() throws Exception {
    assertThat(linux(Map.of()).gtkPackage()).isEqualTo("gtk3");
    write("etc/os-release", "ID=debian\nVERSION_CODENAME=bookworm\n");
    assertThat(linux(Map.of()).gtkPackage()).isEqualTo("libgtk-3-0");
    write("etc/os-release", "ID=debian\nVERSION_CODENAME=trixie\n");
    assertThat(linux(Map.of()).gtkPackage()).isEqualTo("libgtk-3-0t64");
    write("etc/os-release", "ID=ubuntu\nVERSION_CODENAME=noble\n");
    assertThat(linux(Map.of()).gtkPackage()).isEqualTo("libgtk-3-0t64");
    write("etc/os-release", "ID=fedora\n");
    assertThat(linux(Map.of()).gtkPackage()).isEqualTo("gtk3");
  }
}
