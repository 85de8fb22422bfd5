/* SPDX-License-Identifier: Apache-2.0 */
#ifndef GISA_COMMANDS_H
#define GISA_COMMANDS_H

/* The words of the program; each answers with its exit status: 0, 1 (failed), 64 (usage), 65 (bad text). */
enum { GISA_EXIT_FAILED = 1, GISA_EXIT_USAGE = 64, GISA_EXIT_DATA = 65 };

int gisa_command_serve(int argc, char **argv);
int gisa_command_analyze(int argc, char **argv);
int gisa_command_gazetteer(int argc, char **argv);
int gisa_command_healthcheck(int argc, char **argv);

#endif
