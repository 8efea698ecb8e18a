import assert from 'node:assert/strict';
import { usesOf } from './marker';

function dockerfile(title: string, text: string, ...expected: readonly string[]): void {
  it(title, () => {
    assert.deepEqual(usesOf('dockerfile', text), expected);
  });
}

describe('a Dockerfile', () => {
  dockerfile('has the network of a RUN', 'FROM a\nRUN --network=none make\n', 'network --network «none»');
  dockerfile(
    'has it in lower case and after other flags',
    'run --mount=type=cache --network=host make',
    'network --network «host»',
  );
  dockerfile(
    'has it in a RUN that goes on',
    'RUN --mount=type=cache \\\n  --network=none \\\n  make',
    'network --network «none»',
  );
  dockerfile('has it after ONBUILD', 'ONBUILD RUN --network=none make', 'network --network «none»');
  dockerfile('has it while it is being typed', 'RUN --network=', 'network --network');
  dockerfile('has it after a BOM', '\uFEFFRUN --network=none make', 'network --network «none»');
  dockerfile('leaves the flags of the command in a RUN alone', 'RUN npm --network=host ci');
  dockerfile('knows no --net there', 'RUN --net=none make');
  dockerfile('has docker commands in a RUN', 'RUN a && \\\n  docker run -p 1:2 x', 'publish -p «1:2»');
  dockerfile('has no mkdir -p', 'RUN mkdir -p /app && \\\n  cp -p 1:2\nRUN tar -p');
  dockerfile('has comments inside an instruction', 'RUN a && \\\n  # with -p 1:2\n  b', 'publish -p «1:2»');
  dockerfile(
    'goes on over an empty line and a comment',
    'RUN docker run \\\n\n# c\n -p 1:2 x',
    'publish -p «1:2»',
  );
  dockerfile('has another sign to go on', '# escape=`\nRUN docker run `\n  -p 1:2 x\n', 'publish -p «1:2»');
  dockerfile(
    'keeps the backslash for paths then',
    '# escape=`\nRUN dir c:\\\nRUN docker run -p 1:2 x',
    'publish -p «1:2»',
  );
  dockerfile(
    'has commands without a shell',
    'RUN --network=none ["docker", "run", "-p", \\\n  "1:2", "x"]\nCMD ["docker","run","--net=host","x"]\nENTRYPOINT ["cp", "-p", "1:2"]',
    'network --network «none»',
    'publish -p «1:2»',
    'network --net «host»',
  );
  dockerfile('has commands in labels', 'LABEL run="docker run -p 1:2 x"', 'publish -p «1:2»');
  dockerfile(
    'has commands in a heredoc',
    'RUN <<EOF\ndocker run -p 1:2 x\nmkdir -p /x\nEOF',
    'publish -p «1:2»',
  );
  dockerfile(
    'has nothing in other instructions',
    'COPY --link a:b /x\nENV A="docker run -p 1:2 x"\nARG EXPOSE',
  );
  dockerfile(
    'has Windows line ends',
    '# docker run -p 1:2 x\r\nRUN --network=none a \\\r\n  b\r\n',
    'publish -p «1:2»',
    'network --network «none»',
  );
});
